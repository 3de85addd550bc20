"""What was sent: what waits, what needs a person, what is done."""
