DELETE WHERE { as:shared bs:comparesWith ?readout }
