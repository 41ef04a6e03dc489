"""Fourth step: generated pages are written beside the hand-written ones."""

from mkdocs.plugins import event_priority

from brugwerk import bridge


def on_nav(nav, config, files):
    bridge.remember_navigation(nav, config)
    return nav


def on_env(env, config, files):
    bridge.start_pressing(env, files, config)
    return env


def on_post_page(output, page, config):
    return bridge.leave_to_press(output, page, config)


# Before all that needs to know what stands on the pages.
@event_priority(100)
def on_post_build(config):
    bridge.finish_pressing(config)
