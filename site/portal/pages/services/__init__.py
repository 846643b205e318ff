from portal.pages.services.pairs import (
    PageWords,
    create_page_pair,
    publish_page_pair,
    rewrite_page_pair,
    unpublish_page_pair,
)

__all__ = ["PageWords", "create_page_pair", "publish_page_pair", "rewrite_page_pair", "unpublish_page_pair"]
