"""The band "what to do now": the voice of the program, on every screen."""
