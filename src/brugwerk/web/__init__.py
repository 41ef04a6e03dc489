"""Links to the web: where they stand, what their hosts answer, and what that means for a reader."""
