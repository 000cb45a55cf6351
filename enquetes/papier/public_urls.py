"""The address of the form to print."""

from __future__ import annotations

from django.urls import path

from enquetes.papier import public

urlpatterns = [path("enquete/<slug:code>/papier/", public.form, name="enquete_papier")]
