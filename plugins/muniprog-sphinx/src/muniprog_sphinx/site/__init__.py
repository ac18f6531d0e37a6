"""A whole web site of one programme: a folder of pages in each of its languages, and the programme as data."""

from muniprog_sphinx.site.building import Built, build_site

__all__ = ["Built", "build_site"]
