"""Official terms are named as the glossary names them."""
