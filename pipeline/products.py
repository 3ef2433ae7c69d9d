"""Matrix products of the base model by numpy's library of linear algebra, three times as fast as BLIS on one thread.

On several threads it is slower than BLIS, as the products are small and the threads wait for each other; so BLIS
stays where numpy was not told to take one thread.
"""

import os

from spacy.language import Language
from thinc.api import Model, NumpyOps

# Set by the command before anything imports numpy; OpenBLAS and MKL read it where their own variable is not set.
_THREADS = "OMP_NUM_THREADS"


def take_fast_products(nlp: Language) -> None:
    """Have the pipes of a pipeline multiply by numpy, where that is known to take one thread."""
    if os.environ.get(_THREADS) != "1":
        return
    products = NumpyOps(use_blis=False)
    for _, pipe in nlp.components:
        model = getattr(pipe, "model", None)
        if isinstance(model, Model):
            # Other operations (of a graphics card, of Apple's processors) have their own products.
            for node in (node for node in model.walk() if type(node.ops) is NumpyOps):
                node.ops = products
