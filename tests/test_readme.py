"""The README says what the program does."""

from tests.readme_keys import README, with_table


def test_the_table_of_keys_is_that_of_the_program() -> None:
    """A key that changed in the program alone is told here."""
    readme = README.read_text("utf-8")

    assert with_table(readme) == readme
