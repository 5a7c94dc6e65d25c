"""The graph of the actors of a territory: who works with whom, who is missing, whom to invite."""
