"""How the tests are run: the same each time, and with patience where a clock decides."""

import pytest
from hypothesis import HealthCheck, settings

# The same examples each time, so that what fails can be looked into; and no clock, for a busy
# machine is no fault. `--hypothesis-profile default` draws new ones.
settings.register_profile(
    "repeatable", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("repeatable")


_WHOLE = {"ui", "cli"}
"""The folders of tests that run the whole program, with its threads and a terminal."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What a clock decides, or the turns that threads take, is tried up to three times."""
    for item in items:
        if item.get_closest_marker("timed") or not _WHOLE.isdisjoint(item.path.parts):
            item.add_marker(pytest.mark.flaky(reruns=2, reruns_delay=1))
