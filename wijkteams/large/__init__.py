"""What keeps the CMS usable in a city with a thousand wards and fifty thousand pages."""
