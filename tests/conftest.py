"""How the tests are run: side by side, but for those that measure."""

import pytest


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int | None:
    """None leaves it to the plug-in; a benchmark beside another test would measure that too."""
    return 0 if config.option.markexpr == "slow" else None
