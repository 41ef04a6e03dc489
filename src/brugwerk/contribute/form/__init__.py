"""The form for contributions: everything it shows and asks, as data for the browser."""
