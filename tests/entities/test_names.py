"""States by their names."""

from reader.entities.names import state_code


def test_a_state_may_be_named_in_words() -> None:
    """In English or Indonesian; what is no state's name stays as it is."""
    given = ("am", "Armenia", "jerman", "south_korea", "nowhere")

    assert [state_code(each) for each in given] == ["AM", "AM", "DE", "KR", "NOWHERE"]
