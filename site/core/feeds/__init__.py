"""Files that belong to a page, such as /nieuws/rss.xml: an app registers a name and who makes it.

register_feed("rss.xml", news_feed)
"""

from .registry import register_feed

__all__ = ["register_feed"]
