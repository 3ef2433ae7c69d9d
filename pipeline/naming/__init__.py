"""Readers of names of bodies: each takes the words of a Doc and gives candidates for `ehistory_organizations`."""
