// Clears this device, also of what somebody kept for without internet. Most browsers did so when the server asked for it.
import { wipe } from "./device.js";

wipe();
