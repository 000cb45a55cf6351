"""A plugin for pytest that takes 'nothing was tested' for a failure.

    python -m pytest -p tests.must_run -m e2e

A browser that cannot be found makes tests skip, and a run of skips looks green.
"""

import pytest


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if exitstatus != pytest.ExitCode.OK or reporter is None:
        return
    if not reporter.stats.get("passed") or reporter.stats.get("skipped"):
        reporter.write_line("Some tests did not run, so this run proves nothing.", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
