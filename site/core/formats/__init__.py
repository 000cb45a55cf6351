"""How dates are read and typed, in each language of the site: FORMAT_MODULE_PATH."""
