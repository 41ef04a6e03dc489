"""First step: all records are checked, and the site follows its own settings."""

from mkdocs.plugins import event_priority

from brugwerk import bridge


def on_startup(command, dirty):
    bridge.start(command)


# Before the macros plugin, whose functions need the records.
@event_priority(100)
def on_config(config):
    bridge.check_records(config)
    bridge.follow_settings(config)
    return config
