"""The trust's own sign-on (OpenID Connect): who it says somebody is."""
