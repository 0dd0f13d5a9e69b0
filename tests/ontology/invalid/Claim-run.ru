DELETE WHERE { c:reaffirm prov:wasGeneratedBy ?run }
