"""The built site as the tests see it: files, pages, what pages offer, and a server to look at them through."""
