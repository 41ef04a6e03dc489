"""Pages as values, and the templates that show them; templates hold no logic of their own."""
