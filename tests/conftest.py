"""How the tests are run: side by side, but for those that measure."""

import pytest
from hypothesis import HealthCheck, settings

# The same examples each time, so that what fails can be looked into; and no clock, for a busy
# machine is no fault. `--hypothesis-profile default` draws new ones.
settings.register_profile(
    "repeatable", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("repeatable")


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """None leaves it to the plug-in; a benchmark beside another test would measure that too."""
    return 0 if config.option.markexpr == "slow" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What a clock decides is measured up to three times."""
    for item in items:
        if item.get_closest_marker("timed"):
            item.add_marker(pytest.mark.flaky(reruns=2, reruns_delay=1))
