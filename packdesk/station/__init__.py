"""What the workplace does with the outside, in its own words: ports, lanes, outbox, recovery."""
