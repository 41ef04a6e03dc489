"""A real web server on a built site, with the configuration that stands in ``hosting/``."""
