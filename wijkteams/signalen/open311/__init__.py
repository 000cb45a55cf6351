"""GeoReport v2 of Open311: other programs read public signals, and with a key tell new ones (O2).

The standard: https://wiki.open311.org/GeoReport_v2/. Its words are English, and so are our answers.
"""
