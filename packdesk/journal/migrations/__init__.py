"""The steps that bring a journal of any age to the form this program writes."""
