// Builds the package. Replaced piece by piece while the first modules land.
export {};
