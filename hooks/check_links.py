"""Once everything has been written: every link within the site leads somewhere."""

from mkdocs.plugins import event_priority

from brugwerk import bridge


# After all that writes files.
@event_priority(-100)
def on_post_build(config):
    bridge.check_links(config)
