"""Builds the program: the only package that knows every layer."""
