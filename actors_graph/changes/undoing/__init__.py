"""Operations taken back, and what prevents it."""
