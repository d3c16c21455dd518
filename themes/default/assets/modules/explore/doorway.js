import "../shortlist/main.js";
import { leadToDirectory } from "./elsewhere.js";

leadToDirectory();
