"""Attachments are written beside the pages, once these are there."""

from brugwerk import bridge


def on_post_build(config):
    bridge.write_attachments(config)
