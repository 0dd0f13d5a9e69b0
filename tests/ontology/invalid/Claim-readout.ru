DELETE WHERE { c:reaffirm bs:isInReadout ?readout }
