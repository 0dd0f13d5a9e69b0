DELETE WHERE { i:part bs:isInReadout ?readout }
