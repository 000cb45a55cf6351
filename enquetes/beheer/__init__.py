"""Surveys in the CMS: the list, making one, its ways through and trying it out."""
