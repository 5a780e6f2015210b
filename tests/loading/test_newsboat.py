"""What newsboat hands to a pager."""

from reader.loading.open import open_article
from tests.loading.cases import CASES, described, faults

ARTICLE = CASES / "newsboat-article"


def test_it_is_known_by_its_head() -> None:
    """What it says of the article is metadata, its lines are joined, its links can be followed."""
    article = open_article(str(ARTICLE))

    assert described(article) == (
        "paragraph: They met in Astana[1] and agreed on a joint statement on security, which the "
        "ministers signed in the evening.\nitem item •: one\nparagraph: [image 2]End.\n"
        "paragraph: Links:\nfootnote [1]: https://x.org/b\nfootnote [2]: https://x.org/i.png\n"
        "[link] https://x.org/b -> https://x.org/b\n"
        "[link] https://x.org/i.png -> https://x.org/i.png"
    )
    assert (article.title, article.author, article.site, article.published, article.url) == (
        *("Six members", "Jane Roe", "News", "2024-06-25", "https://x.org/a"),
    )
    assert faults(article) == []
