"""A small site to publish, the places to publish it to, and a reader who looks at what is shown there."""
