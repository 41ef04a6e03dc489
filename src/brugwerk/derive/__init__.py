"""Pure functions from the catalogue to what pages need: transfer plans, guides, suggestions."""
