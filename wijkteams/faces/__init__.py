"""The face of a ward in a browser tab, on a telephone and in a shared link: drawn, then stored."""
