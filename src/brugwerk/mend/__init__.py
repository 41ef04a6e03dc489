"""Mending what has exactly one right answer; everything else in the file stays byte for byte."""
