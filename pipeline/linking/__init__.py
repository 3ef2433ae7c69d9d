"""What a number or a name is linked to: whom it counts, what is told of them, where and when; leaders and founding."""
