"""How the embedded engine's weights are made: `python -m bench.train_embedded --data FOLDER`. Needs the extra `train`."""
