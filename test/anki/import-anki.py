# Imports Anki packages into a fresh Mnemosyne, one after another, and prints its cards as JSON.
# python3 import-anki.py FOLDER FILE...
import json
import sys
from mnemosyne.script import Mnemosyne

folder, *files = sys.argv[1:]
program = Mnemosyne(folder)
program.main_widget().show_information = lambda text: None
for file in files:
    next(each for each in program.component_manager.all("file_format")
         if each.__class__.__name__ == "Anki2").do_import(file)
database = program.database()
cards = []
for _card_id, _fact_id in database.cards():
    card = database.card(_card_id, is_id_internal=True)
    cards.append({
        "guid": card.fact.id,
        "front": card.fact.data["0"],
        "back": card.fact.data["1"],
        "tags": sorted(tag.name for tag in card.tags),
        "interval": round((card.next_rep - card.last_rep) / 86400) if card.grade >= 2 else None,
        "reps": card.ret_reps,
        "lapses": card.lapses,
    })
program.finalise()
print("\n" + json.dumps(cards))
