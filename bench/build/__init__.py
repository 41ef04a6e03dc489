"""Whole builds: cold, again, after a change; where the time goes; beside two others."""
